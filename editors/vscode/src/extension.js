// The extension starts `pacta language-server` and shows what it says. What is known of the language is known there; here are only the ways of the editor.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind, CloseAction, ErrorAction } = require('vscode-languageclient/node');

const RUN = 'pacta.runScenario';

// What the grammar colours by itself. The server tells it too, for editors without a grammar; shown here, it would change all colours of a text as soon as the server is there.
const KNOWN_TO_GRAMMAR = ['keyword', 'comment', 'string', 'number', 'operator'];

/** @type {Client | undefined} */
let client;

/** What is under way: a server is started when the one before it has ended. */
let turn = Promise.resolve();

/** What goes wrong is shown while the server is in use. That it cannot be started is said once, by `tell`, and not by each step that did not come about; all of it is in the log. */
class Client extends LanguageClient {
  isInUse = false;

  error(message, data, showNotification) {
    super.error(message, data, this.isInUse ? showNotification : false);
  }
}

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
    vscode.commands.registerCommand('pacta.showScenario', (uri, title) => run(log, output, failures, uri, title)),
    vscode.commands.registerCommand('pacta.runScenarios', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document ? run(log, output, failures, document.uri.toString()) : undefined;
    }),
    vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('pacta.path') ? restart(log) : undefined)),
  );
  await restart(log);
}

async function deactivate() {
  await turn;
  await client?.stop();
}

/** Ends the server, if there is one, and starts another. */
function restart(log) {
  turn = turn.then(async () => {
    const last = client;
    client = undefined;
    if (last) {
      last.isInUse = false;
      await last.stop().catch((error) => log.error(String(error)));
    }
    await start(log);
  });
  return turn;
}

async function start(log) {
  const serverOptions = { command: program(), args: ['language-server'], transport: TransportKind.stdio };
  let usual;
  const clientOptions = {
    documentSelector: [{ language: 'pacta' }],
    outputChannel: log,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'pacta' },
    middleware: { provideDocumentSemanticTokens: async (document, token, next) => namesOnly(await next(document, token)) },
    // A program that ends before it has answered is not Pacta: to start it again is of no use.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (error, message, count) => (starting.isInUse ? usual.error(error, message, count) : { action: ErrorAction.Continue, handled: true }),
      closed: () => (starting.isInUse ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true }),
    },
  };
  const starting = new Client('pacta', 'Pacta', serverOptions, clientOptions);
  usual = starting.createDefaultErrorHandler();
  try {
    await starting.start();
    starting.isInUse = true;
    client = starting;
  } catch (error) {
    log.error(String(error));
    // Nothing waits for an answer to this.
    tell(log);
  }

  function namesOnly(tokens) {
    const types = starting.initializeResult?.capabilities.semanticTokensProvider?.legend.tokenTypes;
    return tokens && types ? new vscode.SemanticTokens(without(tokens.data, types, KNOWN_TO_GRAMMAR), tokens.resultId) : tokens;
  }
}

/** Tokens without those of some types. Each stands by its distance from the one before: lines, characters, length, type, modifiers. */
function without(data, types, unwanted) {
  const kept = [];
  let lines = 0;
  let characters = 0;
  for (let i = 0; i < data.length; i += 5) {
    characters = data[i] === 0 ? characters + data[i + 1] : data[i + 1];
    lines += data[i];
    if (!unwanted.includes(types[data[i + 3]])) {
      kept.push(lines, characters, data[i + 2], data[i + 3], data[i + 4]);
      lines = 0;
      characters = 0;
    }
  }
  return new Uint32Array(kept);
}

function program() {
  return vscode.workspace.getConfiguration('pacta').get('path') || 'pacta';
}

async function tell(log) {
  const open = 'Open the setting';
  const show = 'Show the log';
  const chosen = await vscode.window.showErrorMessage(
    `Pacta could not be started as “${program()}”. Install the program, or name it in the setting pacta.path.`, open, show);
  if (chosen === open) {
    // Where the folder is on another machine, the program is there too, and so is the setting.
    const settings = vscode.env.remoteName ? 'workbench.action.openRemoteSettings' : 'workbench.action.openSettings';
    await vscode.commands.executeCommand(settings, { query: '@id:pacta.path' });
  } else if (chosen === show) {
    log.show();
  }
}

function settings() {
  const own = vscode.workspace.getConfiguration('pacta');
  return { files: own.get('files'), inlayHints: { units: own.get('inlayHints.units'), dates: own.get('inlayHints.dates') } };
}

/** Runs one scenario of a file, or all of them: what was expected and not found is marked at its place, the rest is told below. */
async function run(log, output, failures, uri, title) {
  await turn;
  if (!client) {
    await tell(log);
    return;
  }

  let results;
  try {
    const asked = { command: RUN, arguments: title === undefined ? [uri] : [uri, title] };
    results = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: title === undefined ? 'Pacta: running scenarios' : 'Pacta: running a scenario' },
      () => client.sendRequest('workspace/executeCommand', asked));
  } catch (error) {
    await vscode.window.showWarningMessage(error.message);
    return;
  }

  const document = vscode.Uri.parse(uri);
  failures.set(document, results.flatMap((result) => result.failures.map(mark)));
  const failed = results.filter((result) => !result.passed);
  output.clear();
  output.appendLine(`${results.map((result) => result.text).join('')}${results.length - failed.length} passed, ${failed.length} failed\n`);
  if (failed.length === 0) {
    vscode.window.setStatusBarMessage(`Pacta: ${results.length} passed`, 5000);
  } else {
    output.show(true);
    // The log takes room from below: what is marked first comes to the middle.
    const editor = vscode.window.visibleTextEditors.find((visible) => visible.document.uri.toString() === document.toString());
    const [first] = failures.get(document);
    if (editor && first) {
      editor.revealRange(first.range, vscode.TextEditorRevealType.InCenter);
    }
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
