const CODES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG';
const KNOWN: ReadonlySet<string> = new Set(CODES.split(' '));
const WITHOUT_MINOR: ReadonlySet<string> = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const OF_A_THOUSAND: ReadonlySet<string> = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const DIGITS = 2;

/** Whether a text is the code of a currency in use (ISO 4217, list one), in capitals. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/** How many digits stand behind the point in this currency (ISO 4217): 2 of EUR, 0 of JPY, 3 of KWD. */
export function minorDigits(currency: string): number {
  if (WITHOUT_MINOR.has(currency)) return 0;
  return OF_A_THOUSAND.has(currency) ? DIGITS + 1 : DIGITS;
}

/** A trillion of the largest unit is a mistake, not a price. */
const MOST = 1_000_000_000_000;

/**
 * A price such as `12.99` in minor units of a currency (1299 of EUR). Null for anything else: a comma, a sign of a currency, a minus, an
 * exponent, or more digits behind the point than the currency has, zeros apart.
 */
export function minorUnits(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = minorDigits(currency);
  if (/[^0]/.test(fraction.slice(digits))) return null;
  const value = Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || 0);
  return value <= MOST ? value : null;
}

/** Minor units as people write them: 1299 of EUR is `12.99`. Whole numbers only. */
export function majorUnits(units: number, currency: string): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(units);
  const text = String(units).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
