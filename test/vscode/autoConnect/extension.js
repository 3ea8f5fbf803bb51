// @ts-check
'use strict';
const { commands } = require('vscode');

exports.activate = async () => {
	const endpoint = process.env.EVENT_STREAM_INSPECTOR_CONNECT;
	if (endpoint) await commands.executeCommand('eventStreamInspector.connect', JSON.parse(endpoint));
};
