// The grammar, run by the engine that the editor runs it with: a sample whose colours are kept beside it, and all agreements of the library.
// After a change that is meant, run with PACTA_ACCEPT=1 and read the difference.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

const root = path.join(__dirname, '..');
const library = path.join(root, '..', '..', 'agreements');

async function load() {
  const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const file = path.join(root, 'syntaxes', 'pacta.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => (scope === 'source.pacta' ? textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null),
  });
  return registry.loadGrammar('source.pacta');
}

const grammar = load();

/** Each line with the stretches of it that have a colour. */
async function coloured(text) {
  const lines = [];
  let stack = textmate.INITIAL;
  for (const line of text.split(/\r?\n/)) {
    const { tokens, ruleStack } = (await grammar).tokenizeLine(line, stack);
    stack = ruleStack;
    lines.push({
      line,
      tokens: tokens
        .map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scope: token.scopes.at(-1) }))
        .filter((token) => token.scope !== 'source.pacta' && token.text.trim() !== ''),
    });
  }
  return lines;
}

const scopesOf = async (line, word) => (await coloured(line))[0].tokens.filter((token) => token.text.trim() === word).map((token) => token.scope);

test('the sample has the colours that are kept beside it', async () => {
  const sample = path.join(__dirname, 'grammar', 'sample.pacta');
  const kept = path.join(__dirname, 'grammar', 'sample.scopes');
  const actual = (await coloured(fs.readFileSync(sample, 'utf8')))
    .map(({ line, tokens }) => [`>${line}`, ...tokens.map((token) => `  ${token.text.trim()}  ${token.scope}`)].join('\n'))
    .join('\n') + '\n';
  if (process.env.PACTA_ACCEPT === '1') {
    fs.writeFileSync(kept, actual);
  }
  assert.equal(actual, fs.readFileSync(kept, 'utf8').replace(/\r\n/g, '\n'));
});

test('a word that may be a name is a word of the language only where it begins a line or follows its own', async () => {
  assert.deepEqual(await scopesOf('  calendar at "61" {', 'calendar'), ['keyword.other.phrase.pacta']);
  assert.deepEqual(await scopesOf('  part "V" "Prior notification" {', 'part'), ['keyword.control.pacta']);
  assert.deepEqual(await scopesOf('  each part must keep', 'part'), ['entity.name.pacta']);
  assert.deepEqual(await scopesOf('zone straits { map "straits.geojson" }', 'map'), ['keyword.control.pacta']);
});

test('a declared name is told from one that is used', async () => {
  assert.deepEqual(await scopesOf('  clause prior_notification at "38" {', 'prior_notification'), ['entity.name.type.pacta']);
  assert.deepEqual(await scopesOf('  exception no_notice to prior_notification at "41" {', 'prior_notification'), ['entity.name.pacta']);
});

test('no word in a text or a remark has a colour of its own', async () => {
  const text = (await coloured('  text en "each party must not // open fire" // until 2021-09-10'))[0].tokens;
  assert.deepEqual(text.map((token) => token.scope), ['keyword.control.pacta', 'entity.name.pacta', 'string.quoted.double.pacta', 'comment.line.double-slash.pacta']);
});

test('names of other scripts are names', async () => {
  assert.deepEqual(await scopesOf('actor україна, καλά, 東京', 'україна'), ['entity.name.type.pacta']);
  assert.deepEqual(await scopesOf('parties україна, 東京', '東京'), ['entity.name.pacta']);
});

test('a text that lost its mark ends with its line', async () => {
  const lines = await coloured('  text en "42 days\n  each party must give calendar');
  assert.equal(lines[1].tokens[0].scope, 'keyword.other.pacta');
});

test('every word of the library has a colour', async () => {
  const files = fs.readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.pacta'));
  assert.ok(files.length > 30);
  for (const file of files) {
    for (const { line, tokens } of await coloured(fs.readFileSync(path.join(library, file), 'utf8'))) {
      const left = tokens.reduce((rest, token) => rest.replace(token.text.trim(), ''), line).trim();
      assert.equal(left, '', `${file}: “${line}”`);
    }
  }
});
