// The extension starts `pacta language-server` and shows what it says. What is known of the language is known there; here are only the ways of the editor.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

const RUN = 'pacta.runScenario';

/** @type {LanguageClient | undefined} */
let client;

async function activate(context) {
  const log = vscode.window.createOutputChannel('Pacta', { log: true });
  const output = vscode.window.createOutputChannel('Pacta scenarios');
  const failures = vscode.languages.createDiagnosticCollection('pacta scenarios');
  context.subscriptions.push(
    log,
    output,
    failures,
    // What a scenario came to holds for the text that was run.
    vscode.workspace.onDidChangeTextDocument((event) => failures.delete(event.document.uri)),
    vscode.workspace.onDidCloseTextDocument((document) => failures.delete(document.uri)),
    vscode.commands.registerCommand('pacta.restart', () => restart(log)),
    vscode.commands.registerCommand('pacta.showScenario', (uri, title) => run(output, failures, uri, title)),
    vscode.commands.registerCommand('pacta.runScenarios', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document ? run(output, failures, document.uri.toString()) : undefined;
    }),
    vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('pacta.path') ? restart(log) : undefined)),
  );
  await start(log);
}

async function deactivate() {
  await client?.stop();
}

async function start(log) {
  const program = vscode.workspace.getConfiguration('pacta').get('path') || 'pacta';
  const serverOptions = { command: program, args: ['language-server'], transport: TransportKind.stdio };
  const clientOptions = {
    documentSelector: [{ language: 'pacta' }],
    outputChannel: log,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'pacta' },
  };
  client = new LanguageClient('pacta', 'Pacta', serverOptions, clientOptions);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    log.error(String(error));
    const open = 'Open the setting';
    const chosen = await vscode.window.showErrorMessage(
      `Pacta could not be started as “${program}”. Install the program, or name it in the setting pacta.path.`, open);
    if (chosen === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'pacta.path');
    }
  }
}

async function restart(log) {
  await client?.stop().catch(() => undefined);
  client = undefined;
  await start(log);
}

function settings() {
  const own = vscode.workspace.getConfiguration('pacta');
  return { files: own.get('files'), inlayHints: { units: own.get('inlayHints.units'), dates: own.get('inlayHints.dates') } };
}

/** Runs one scenario of a file, or all of them: what was expected and not found is marked at its place, the rest is told below. */
async function run(output, failures, uri, title) {
  if (!client) {
    return;
  }

  let results;
  try {
    results = await client.sendRequest('workspace/executeCommand', { command: RUN, arguments: title === undefined ? [uri] : [uri, title] });
  } catch (error) {
    await vscode.window.showWarningMessage(error.message);
    return;
  }

  const document = vscode.Uri.parse(uri);
  failures.set(document, results.flatMap((result) => result.failures.map(mark)));
  const failed = results.filter((result) => !result.passed);
  output.appendLine(`${results.map((result) => result.text).join('')}${results.length - failed.length} passed, ${failed.length} failed\n`);
  if (failed.length === 0) {
    vscode.window.setStatusBarMessage(`Pacta: ${results.length} passed`, 5000);
  } else {
    output.show(true);
  }
}

function mark(failure) {
  const { start, end } = failure.location.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, failure.found, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'pacta scenario';
  return diagnostic;
}

module.exports = { activate, deactivate };
