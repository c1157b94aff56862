import { csvText, withoutApostrophe } from '../../core/csv-text';
import { checkUpload, mediaType, signatureFault, UploadPurpose } from '../../core/upload';

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
    const fault = (purpose: UploadPurpose, type: string, first: Uint8Array) => signatureFault({ purpose, type }, first);
    expect(fault(UploadPurpose.CATALOGUE, 'text/csv', bytes('1f8b08'))?.message).toContain('gzip');
    expect(fault(UploadPurpose.CATALOGUE, 'text/csv', Buffer.from('id,name'))).toBeNull();
    expect(fault(UploadPurpose.POSTER, 'image/webp', bytes('524946460000000057454250'))).toBeNull();
    expect(fault(UploadPurpose.POSTER, 'image/png', bytes('ffd8ff'))?.expected).toBe('image/png');
  });

  it('may be a ZIP archive for a history, and for nothing else', () => {
    const archive = Uint8Array.from(Buffer.from('504b03041400000008000000', 'hex'));
    const fault = (purpose: UploadPurpose, type: string, first: Uint8Array) => signatureFault({ purpose, type }, first)?.message ?? null;
    expect(fault(UploadPurpose.HISTORY, 'application/zip', archive)).toBeNull();
    expect(fault(UploadPurpose.HISTORY, 'application/octet-stream', archive)).toBeNull();
    expect(fault(UploadPurpose.HISTORY, 'application/zip', Buffer.from('Title,Date'))).toContain('ZIP archive');
    expect(fault(UploadPurpose.CATALOGUE, 'application/octet-stream', archive)).toContain('ZIP archive');
    expect(checkUpload({ purpose: UploadPurpose.HISTORY, name: 'a.zip', bytes: 9, type: 'application/zip' }).type).toBe('application/zip');
    expect(() => checkUpload({ purpose: UploadPurpose.CATALOGUE, name: 'a.zip', bytes: 9, type: 'application/zip' })).toThrow('not taken');
  });
});
