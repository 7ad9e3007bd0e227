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

test('a program that is not there is said, with the setting that names it', { skip }, () => withEditor({ 'pacta.path': '/nowhere/pacta' }, async (editor) => {
  assert.deepEqual(editor.shown.filter((message) => message.startsWith('Pacta could')), ['Pacta could not be started as “/nowhere/pacta”. Install the program, or name it in the setting pacta.path.']);
}));
