import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import { type CliMessageKey, cliMessages } from '../../shared/messages/cli.ts'

/** The words of the command line for a key of the catalogue, with its values filled in. */
export const say = (key: CliMessageKey, values: Record<string, PrimitiveType> = {}): string =>
  String(new IntlMessageFormat(cliMessages[key], 'en', undefined, { ignoreTag: true }).format(values))
