import { crontabFault } from './crontab';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Readers = ReturnType<typeof readersOf>;

export const SHORTEST_SECRET = 32;

/**
 * Readers of single settings; a fault adds its sentence to `faults` and gives the default. A secret is never repeated.
 */
export function readersOf(env: Environment, faults: string[]) {
  const fault = <T>(text: string, instead: T): T => {
    faults.push(text);
    return instead;
  };
  return {
    text: (name: string, otherwise: string): string => env[name] || otherwise,

    /** A fault that takes more than one setting to see; its sentence repeats no secret. */
    fault: (text: string): void => fault(text, undefined),

    /** Text of a certain form, which the fault describes without repeating what was given. */
    matching(name: string, otherwise: string, form: RegExp, expected: string): string {
      const text = env[name];
      if (!text) return otherwise;
      return form.test(text) ? text : fault(`${name} must ${expected}.`, otherwise);
    },

    integer(name: string, otherwise: number, least: number, most: number): number {
      const text = env[name];
      if (!text) return otherwise;
      const value = Number(text);
      const fits = /^\d+$/.test(text) && value >= least && value <= most;
      return fits ? value : fault(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`, otherwise);
    },

    flag(name: string, otherwise: boolean): boolean {
      const text = env[name];
      if (!text) return otherwise;
      if (['1', 'true', 'yes', 'on'].includes(text)) return true;
      if (['0', 'false', 'no', 'off'].includes(text)) return false;
      return fault(`${name} must be true or false; it is "${text}".`, otherwise);
    },

    choice<T extends string>(name: string, otherwise: T, choices: readonly T[]): T {
      const text = env[name];
      if (!text) return otherwise;
      return (
        choices.find((choice) => choice === text) ?? fault(`${name} must be one of ${choices.join(', ')}; it is "${text}".`, otherwise)
      );
    },

    crontab(name: string): string | null {
      const text = env[name]?.trim();
      if (!text) return null;
      const wrong = crontabFault(text);
      return wrong === null ? text : fault(`${name} must ${wrong}; it is "${text}".`, null);
    },

    secret(name: string, needed: boolean): string | null {
      const text = env[name];
      if (!text)
        return needed
          ? fault(
              `${name} must be set in production: at least ${SHORTEST_SECRET} random characters, for example from "openssl rand -hex 32".`,
              null,
            )
          : null;
      return text.length >= SHORTEST_SECRET
        ? text
        : fault(`${name} must have at least ${SHORTEST_SECRET} characters; it has ${text.length}.`, null);
    },

    databaseUrl(name: string): string | null {
      const text = env[name];
      if (!text) return null;
      const url = parseUrl(text);
      const fits = url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
      return fits ? text : fault(`${name} must look like postgres://user:password@host:5432/database.`, null);
    },
  };
}

export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
