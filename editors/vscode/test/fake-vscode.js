// As much of the editor's interface as the extension and its client touch: what they register is kept, what they never look at is a stand-in.
'use strict';

const { EventEmitter } = require('node:events');
const { pathToFileURL, fileURLToPath } = require('node:url');

class Disposable {
  constructor(dispose) {
    this.dispose = dispose ?? (() => undefined);
  }
  static from(...all) {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
}

class Emitter {
  constructor() {
    const emitter = new EventEmitter();
    this.event = (listener, self) => {
      const bound = self ? listener.bind(self) : listener;
      emitter.on('event', bound);
      return new Disposable(() => emitter.off('event', bound));
    };
    this.fire = (value) => emitter.emit('event', value);
    this.dispose = () => emitter.removeAllListeners();
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(a, b, c, d) {
    this.start = a instanceof Position ? a : new Position(a, b);
    this.end = a instanceof Position ? b : new Position(c, d);
  }
}

class Uri {
  constructor(text) {
    this.text = text;
    this.scheme = text.slice(0, text.indexOf(':'));
    this.path = this.scheme === 'file' ? new URL(text).pathname : text.slice(this.scheme.length + 1);
    this.fsPath = this.scheme === 'file' ? fileURLToPath(text) : this.path;
  }
  toString() {
    return this.text;
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(file) {
    return new Uri(pathToFileURL(file).href);
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class SemanticTokens {
  constructor(data, resultId) {
    Object.assign(this, { data, resultId });
  }
}

/** A class, a function, an event, an enumeration: whatever it is taken for. */
function standIn(name) {
  return new Proxy(class {}, {
    get: (target, key) => (key === 'prototype' || typeof key === 'symbol' ? target[key] : `${name}.${String(key)}`),
    apply: () => new Disposable(),
  });
}

function withStandIns(name, known) {
  return new Proxy(known, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol') {
        return target[key];
      }
      return (target[key] = /^on[A-Z]/.test(key) ? new Emitter().event : /^(register|create|set)/.test(key) ? () => new Disposable() : standIn(`${name}.${String(key)}`));
    },
  });
}

/** An editor with settings and documents that are open. */
function create({ settings, folder }) {
  const editor = { commands: new Map(), collections: new Map(), shown: [], output: '', documents: [], opened: new Emitter(), changed: new Emitter(), closed: new Emitter(), published: new Emitter() };
  const channel = () => ({
    name: 'Pacta', logLevel: 0, onDidChangeLogLevel: new Emitter().event,
    append: (text) => (editor.output += text),
    appendLine: (text) => (editor.output += `${text}\n`),
    show: () => editor.shown.push('output'),
    ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, (text) => (editor.output += `${text}\n`)])),
    replace: () => undefined, clear: () => undefined, hide: () => undefined, dispose: () => undefined,
  });
  const configuration = (section) => ({ get: (key, fallback) => settings[section ? `${section}.${key}` : key] ?? fallback, inspect: () => undefined, has: () => true });
  const collection = (name) => {
    const items = new Map();
    editor.collections.set(name, items);
    return {
      name,
      set: (uri, diagnostics) => (Array.isArray(uri) ? uri.forEach(([u, d]) => items.set(u.toString(), d)) : items.set(uri.toString(), diagnostics ?? []), editor.published.fire(name)),
      delete: (uri) => items.delete(uri.toString()),
      clear: () => items.clear(),
      get: (uri) => items.get(uri.toString()),
      has: (uri) => items.has(uri.toString()),
      forEach: (each) => items.forEach((d, u) => each(Uri.parse(u), d)),
      dispose: () => items.clear(),
    };
  };

  const vscode = withStandIns('vscode', {
    version: '1.99.0',
    Disposable, EventEmitter: Emitter, Position, Range, Uri, Diagnostic, SemanticTokens,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    CancellationTokenSource: class {
      constructor() {
        this.token = { isCancellationRequested: false, onCancellationRequested: new Emitter().event };
        this.cancel = () => undefined;
        this.dispose = () => undefined;
      }
    },
    CancellationError: class extends Error {},
    env: withStandIns('env', { language: 'en', appName: 'editor', remoteName: undefined }),
    extensions: withStandIns('extensions', { all: [], getExtension: () => undefined }),
    commands: withStandIns('commands', {
      registerCommand: (name, run) => (editor.commands.set(name, run), new Disposable()),
      executeCommand: async (name, ...rest) => editor.commands.get(name)?.(...rest),
    }),
    window: withStandIns('window', {
      createOutputChannel: channel,
      showErrorMessage: async (message) => {
        editor.shown.push(message);
        return editor.answer?.(message);
      },
      showWarningMessage: async (message) => void editor.shown.push(message),
      withProgress: async (options, task) => task({ report: () => undefined }),
      setStatusBarMessage: (message) => (editor.shown.push(message), new Disposable()),
      visibleTextEditors: [], activeTextEditor: undefined,
      tabGroups: withStandIns('tabGroups', { all: [], onDidChangeTabs: new Emitter().event, onDidChangeTabGroups: new Emitter().event }),
    }),
    languages: withStandIns('languages', {
      createDiagnosticCollection: collection,
      registerDocumentSemanticTokensProvider: (selector, provider) => ((editor.colours = provider), new Disposable()),
      match: (selector, document) => (selector.some?.((s) => s.language === document.languageId) ? 10 : 0),
    }),
    workspace: withStandIns('workspace', {
      workspaceFolders: [{ uri: Uri.file(folder), name: 'folder', index: 0 }],
      getConfiguration: configuration,
      textDocuments: editor.documents, notebookDocuments: [], isTrusted: true,
      onDidOpenTextDocument: editor.opened.event, onDidChangeTextDocument: editor.changed.event, onDidCloseTextDocument: editor.closed.event,
      createFileSystemWatcher: () => ({ onDidCreate: new Emitter().event, onDidChange: new Emitter().event, onDidDelete: new Emitter().event, dispose: () => undefined }),
      getWorkspaceFolder: () => undefined, asRelativePath: (p) => String(p),
    }),
  });

  editor.open = (name, text) => {
    const document = { uri: Uri.parse(name), fileName: name, languageId: 'pacta', version: 1, lineCount: text.split('\n').length, isClosed: false, getText: () => text };
    editor.documents.push(document);
    editor.opened.fire(document);
    return document;
  };

  /** What is marked in a document, as soon as something fits. */
  editor.marked = (name, uri, fits) => new Promise((resolve) => {
    const look = () => {
      const found = editor.collections.get(name)?.get(uri);
      return found && fits(found) ? (resolve(found), true) : false;
    };
    if (!look()) {
      const waiting = editor.published.event(() => look() && waiting.dispose());
    }
  });
  return { vscode, editor };
}

module.exports = { create };
