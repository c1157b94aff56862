import { RowFault } from '../../core/plain/row-fault';
import { readPlain } from '../support/plain';

const GOOD = ['1,10,4,1000', '2,20,3,1001', '3,30,5,1002', '4,40,1,1003'];

function among(line: string | Buffer, { last = false } = {}): Buffer {
  const good = GOOD.map((row) => Buffer.from(`${row}\n`));
  const bad = last ? [Buffer.from(line)] : [Buffer.from(line), Buffer.from('\n')];
  return Buffer.concat(last ? [...good, ...bad] : [...good.slice(0, 2), ...bad, ...good.slice(2)]);
}

describe('a malformed line', () => {
  it.each([
    ['5', RowFault.TOO_FEW],
    ['nothing but words', RowFault.TOO_FEW],
    ['5,50,1,1,1', RowFault.TOO_MANY],
    [',50,1,1', RowFault.EMPTY_ID],
    ['5,,1,1', RowFault.EMPTY_ID],
    ['5,"",1,1', RowFault.EMPTY_ID],
    ['5,50,NaN,1', RowFault.NO_WEIGHT],
    ['5,50,good,1', RowFault.NO_WEIGHT],
    ['5,50,0x10,1', RowFault.NO_WEIGHT],
    ['5,50,1 2,1', RowFault.NO_WEIGHT],
    ['5,50,-1,1', RowFault.NEGATIVE_WEIGHT],
    ['5,50,-0.5,1', RowFault.NEGATIVE_WEIGHT],
    ['5,50,inf,1', RowFault.INFINITE_WEIGHT],
    ['5,50,Infinity,1', RowFault.INFINITE_WEIGHT],
    ['5,50,-inf,1', RowFault.INFINITE_WEIGHT],
    ['5,50,1e39,1', RowFault.INFINITE_WEIGHT],
    ['5,50,1,yesterday', RowFault.NO_TIMESTAMP],
    ['5,50,1,NaN', RowFault.NO_TIMESTAMP],
    ['5,50,1,2001-13-41', RowFault.NO_TIMESTAMP],
    ['5,50,1,9999999999', RowFault.NO_TIMESTAMP],
    ['5,"50,1,1', RowFault.OPEN_QUOTE],
    [Buffer.from([0x35, 0x2c, 0xff, 0xfe, 0x2c, 0x31, 0x2c, 0x31]), RowFault.NO_UTF8],
    [`5,${'x'.repeat(2 ** 16)},1,1`, RowFault.TOO_LONG],
  ])('is left out and named: %s', (line, fault) => {
    for (const step of [7, 2 ** 20]) {
      const read = readPlain(among(line), { step });
      expect(read.tally).toEqual({ lines: 5, malformed: 1, first: [{ line: 3, fault }] });
      expect(read.entries).toEqual(GOOD.map((row) => row.replaceAll(',', ' ')));
      expect(read.users).toEqual(['1', '2', '3', '4']);
    }
  });

  it.each(['5', '5,50', '5,50,1', '5,50,1,', '5,'])('is the last one where the file was cut off: %s', (line) => {
    const read = readPlain(among(line, { last: true }));
    expect(read.tally.malformed).toBe(1);
    expect(read.tally.first).toEqual([{ line: 5, fault: line === '5' ? expect.any(String) : RowFault.CUT_OFF }]);
    expect(read.entries).toHaveLength(4);
  });

  it('is named by its place in the file, the header and empty lines counted', () => {
    const text = 'user,item,weight\n\n1,10,1\r\n2,20,-1\r\n\r\n3,30,x\n4,40,1\n5,50,1\n';
    expect(readPlain(text).tally).toEqual({
      lines: 5,
      malformed: 2,
      first: [
        { line: 4, fault: RowFault.NEGATIVE_WEIGHT },
        { line: 6, fault: RowFault.NO_WEIGHT },
      ],
    });
  });

  it('is named among the first ten only', () => {
    const text = '1,2\n'.repeat(50) + '1\n'.repeat(40);
    const { tally } = readPlain(text);
    expect(tally.malformed).toBe(40);
    expect(tally.first.map(({ line }) => line)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['nothing', '', 'holds no interactions'],
    ['blank lines', '\n \n\n', 'holds no interactions'],
    ['a header alone', 'user,item,weight\n', 'holds no interactions'],
    ['lines of one word', 'one\ntwo\n', 'more malformed lines than others'],
    ['mostly malformed lines', '1,2,x\n1,3,y\n1,4,1\n', 'more malformed lines than others (2 of 3): line 1 has a weight that is no number'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'is compressed'],
    ['UTF-16', Buffer.from('\uFEFF1,2\n', 'utf16le'), 'is UTF-16'],
  ])('says so: %s', (_what, content, message) => {
    expect(() => readPlain(content)).toThrow(message);
  });

  it('is not one with as many malformed lines as others', () => {
    expect(readPlain('1,2,x\n1,3,1\n').tally.malformed).toBe(1);
  });
});
