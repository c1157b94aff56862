/** Why a file cannot be used, in a sentence that follows its name: "is empty". */
export class FileFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FileFault';
  }
}
