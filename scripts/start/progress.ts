/** Progress of long work: one line that fills up on a terminal, a line at each quarter elsewhere. */
import type { WriteStream } from 'node:tty';

const WIDTH = 24;

export function progressLine(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
  let stage = '';
  let quarter = 0;
  let isOpen = false;
  const end = () => {
    if (isOpen) stream.write('\n');
    isOpen = false;
  };
  return {
    say(text: string) {
      end();
      stream.write(`${text}\n`);
    },
    show(name: string, done: number, total: number) {
      if (name !== stage) {
        end();
        stage = name;
        quarter = -1;
      }
      const share = total === 0 ? 1 : done / total;
      if (stream.isTTY) {
        const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
        stream.write(`\r${bar} ${done}/${total} ${name}`);
        isOpen = true;
      } else if (Math.floor(share * 4) > quarter) {
        quarter = Math.floor(share * 4);
        stream.write(`${name}: ${done}/${total}\n`);
      }
    },
  };
}
