#!/usr/bin/env node
import { verify } from './verify.js';

// `npx hejie <command>`: tools that need no running server

const USAGE = `npx hejie verify <文件 file> [--head <印章值 head>]...
  离线核验调解会记录，可以与时间线或笔录上印的印章值对照
  Checks the sealed log of a mediation session offline, also against heads from the timeline or the minutes`;

const [command, ...rest] = process.argv.slice(2);
if (command === 'verify') process.exitCode = verify(rest, console.log);
else {
  console.log(USAGE);
  process.exitCode = command === undefined || command === '--help' || command === 'help' ? 0 : 2;
}
