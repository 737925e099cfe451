import type { Terminal } from './command.ts';

/** Says how far long work has come, at most a line for every tenth of it. */
export function progressLine(terminal: Terminal, what: string): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    const tenth = Math.floor((done * 10) / of);
    if (of < 20 || tenth <= told) return;
    told = tenth;
    terminal.say(`${what}: ${done} of ${of}`);
  };
}
