import type * as vscode from 'vscode';

/** Placeholder until the rooms are wired. */
export function activate(_context: vscode.ExtensionContext): void {}
