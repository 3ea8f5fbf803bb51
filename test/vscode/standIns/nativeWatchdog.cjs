// Stands in for the native module @vscode/native-watchdog, which ends an extension host whose event loop is
// stuck after its parent is gone. The tests end the whole process group instead.
'use strict';

exports.start = () => {};
/** @param {number} code */
exports.exit = code => process.exit(code);
