import { csvText, withoutApostrophe } from '../../core/csv-text';
import { mediaType, signatureFault } from '../../core/upload';

describe('CSV that leaves the house', () => {
  it('cannot become a formula, and stays readable as a file', () => {
    const row = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\tx', 'plain', 'with "quotes", commas', 'two\nlines', -1.5, '-7', true, null];
    expect(csvText([row])).toBe(`'=1+1,'+1,'-2+3,'@SUM(A1),'\tx,plain,"with ""quotes"", commas","two\nlines",-1.5,-7,true,\n`);
  });

  it('gives back what it kept from being computed', () => {
    expect(["'=1", "'-2+3", "'tis", '=1', ''].map(withoutApostrophe)).toEqual(['=1', '-2+3', "'tis", '=1', '']);
  });

  it('is empty without rows', () => {
    expect(csvText([])).toBe('');
  });
});

describe('the type of a file', () => {
  it('is read without its parameters', () => {
    expect(mediaType('Text/CSV; charset=utf-8')).toBe('text/csv');
  });

  it('is not believed where the first bytes tell of another', () => {
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.padEnd(24, '0'), 'hex'));
    expect(signatureFault('text/csv', bytes('1f8b08'))?.message).toContain('gzip');
    expect(signatureFault('text/csv', Buffer.from('id,name'))).toBeNull();
    expect(signatureFault('image/webp', bytes('524946460000000057454250'))).toBeNull();
    expect(signatureFault('image/png', bytes('ffd8ff'))?.expected).toBe('image/png');
  });
});
