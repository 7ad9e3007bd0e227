// The extension as it is shipped (one file, bundled), in a stand-in for the editor, with the real server: PACTA names the program, as in
// PACTA="dotnet .../pacta.dll" npm test. Without it, the program is looked for where programs are; without any, the tests are skipped.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { test } = require('node:test');
const { create } = require('./fake-vscode');

const bundle = path.join(__dirname, '..', 'dist', 'extension.js');
const words = (process.env.PACTA ?? 'pacta').split(' ');
const isThere = spawnSync(words[0], [...words.slice(1), 'version']).status === 0;
const skip = !isThere ? 'no program pacta: name it with PACTA' : !fs.existsSync(bundle) ? 'no bundle: npm run build' : false;

const text = `vocabulary bay_words {
  unit person
  event hold exercise (exercises) is activity by actor with troops person
  event give notification (notifications) by actor of activity to actor
  actor aland, borland
}
agreement "Bay Accord (invented)" as bay_accord {
  status political
  signed 2024-03-01
  enters into force 2024-03-10
  time zone "UTC"
  parties aland, borland
  use bay_words
  clause notice at "2" {
    when exercise x by A
    A must give notification of x to each other party no later than 21 days before start of x
  }
}
scenario "said to be in time" of bay_accord {
  2024-06-20 notification of wide_river by aland to borland
  2024-07-01 exercise wide_river by aland
  expect met notice of wide_river by aland to borland on 2024-08-01
}
`;

/** The program as one file, as the setting has it. */
function program(folder) {
  const file = path.join(folder, 'pacta-here');
  fs.writeFileSync(file, `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(' ')} "$@"\n`, { mode: 0o755 });
  return file;
}

function load(vscode) {
  const original = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : original(name, ...rest));
  try {
    delete require.cache[bundle];
    return require(bundle);
  } finally {
    Module._load = original;
  }
}

async function until(holds) {
  for (let left = 200; left > 0 && !holds(); left--) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

async function withEditor(settings, use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pacta-editor-'));
  try {
    const { vscode, editor } = create({ settings: { 'pacta.path': program(folder), 'pacta.files': [], ...settings }, folder });
    const extension = load(vscode);
    await extension.activate({ subscriptions: [] });
    try {
      await use(editor);
    } finally {
      await extension.deactivate();
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('mistakes of an open text are marked', { skip }, () => withEditor({}, async (editor) => {
  const document = editor.open('untitled:wrong', text.replace('must give notification', 'must give notificaton'));
  const found = await editor.marked('pacta', document.uri.toString(), (items) => items.length > 0);
  assert.equal(found.length, 1);
  assert.match(found[0].message, /^The name 'notificaton' is not declared\.\nDid you mean 'notification'\?/);
  assert.deepEqual([found[0].range.start.line, found[0].range.start.character], [15, 16]);
}));

test('a scenario that fails is marked at what was expected, until the text changes', { skip }, () => withEditor({}, async (editor) => {
  const document = editor.open('untitled:cases', text);
  await editor.commands.get('pacta.showScenario')(document.uri.toString(), 'said to be in time');
  const [failure] = editor.collections.get('pacta scenarios').get(document.uri.toString());
  assert.equal(failure.message, 'found breached');
  assert.equal(failure.range.start.line, 21);
  assert.match(editor.output, /FAIL {2}said to be in time[^]*0 passed, 1 failed/);
  assert.deepEqual(editor.shown, ['output']);
  editor.changed.fire({ document, contentChanges: [] });
  assert.equal(editor.collections.get('pacta scenarios').get(document.uri.toString()), undefined);
}));

test('what cannot be run is said', { skip }, () => withEditor({}, async (editor) => {
  const document = editor.open('untitled:none', 'actor aland\n');
  await editor.commands.get('pacta.showScenario')(document.uri.toString());
  assert.deepEqual(editor.shown, ['There is no scenario in this file.']);
}));

test('a program that is not there is said once, with the setting that names it', { skip }, () => withEditor({ 'pacta.path': '/nowhere/pacta' }, async (editor) => {
  assert.deepEqual(editor.shown, ['Pacta could not be started as “/nowhere/pacta”. Install the program, or name it in the setting pacta.path.']);
  // Whoever asks for it is told again; the setting is a click away.
  const opened = [];
  editor.commands.set('workbench.action.openSettings', (asked) => opened.push(asked));
  editor.answer = () => 'Open the setting';
  await editor.commands.get('pacta.showScenario')('untitled:cases', 'said to be in time');
  assert.deepEqual(editor.shown, [editor.shown[0], editor.shown[0]]);
  assert.deepEqual(opened, [{ query: '@id:pacta.path' }]);
}));

test('a program that is not Pacta is said once, and what it said is in the log', { skip }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pacta-not-'));
  try {
    const other = path.join(folder, 'other');
    fs.writeFileSync(other, '#!/bin/sh\necho not at home >&2\nexit 1\n', { mode: 0o755 });
    await withEditor({ 'pacta.path': other }, async (editor) => {
      await until(() => editor.output.includes('not at home'));
      assert.deepEqual(editor.shown, [`Pacta could not be started as “${other}”. Install the program, or name it in the setting pacta.path.`]);
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('one server is left, however often it is started again', { skip }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pacta-often-'));
  try {
    const started = path.join(folder, 'started');
    const counted = path.join(folder, 'counted');
    fs.writeFileSync(counted, `#!/bin/sh\necho $$ >> '${started}'\nexec '${program(folder)}' "$@"\n`, { mode: 0o755 });
    await withEditor({ 'pacta.path': counted }, async (editor) => {
      const again = editor.commands.get('pacta.restart');
      await Promise.all([again(), again(), again()]);
      const all = fs.readFileSync(started, 'utf8').trim().split('\n').map(Number);
      assert.equal(all.length, 4);
      await until(() => all.filter(isAlive).length <= 1);
      assert.deepEqual(all.filter(isAlive), all.slice(-1));
      assert.deepEqual(editor.shown, []);
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('the server colours names, the grammar the rest', { skip }, () => withEditor({}, async (editor) => {
  const document = editor.open('untitled:colours', text);
  const { data } = await editor.colours.provideDocumentSemanticTokens(document, { isCancellationRequested: false, onCancellationRequested: () => undefined });
  const lines = text.split('\n');
  const words = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] === 0 ? character + data[i + 1] : data[i + 1];
    line += data[i];
    words.push(lines[line].slice(character, character + data[i + 2]));
  }
  assert.deepEqual(words.slice(0, 5), ['bay_words', 'person', 'exercise', 'exercises', 'troops']);
  assert.deepEqual(words.filter((word) => !/^[\p{L}_]+$/u.test(word) || /^(vocabulary|must|give|of|by)$/.test(word)), []);
  assert.equal(words.at(-1), 'borland');
}));
