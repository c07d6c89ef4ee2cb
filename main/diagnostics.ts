import type { About } from '../shared/contract/program.ts'
import { lastFailures } from './failure-log.ts'

/** Lines of the log of failures that are told. */
const told = 60

/**
 * What a maintainer asks for first, in English whatever is spoken. The log holds nothing of a case (failure-log.ts), so
 * neither does this.
 */
export const diagnosticsText = ({ version, parts }: About, dataDirectory: string): string => {
  const facts = [`Glossator ${version}`, ...parts.map(({ name, value }) => `${name}: ${value}`)]
  const failures = lastFailures(dataDirectory, told)
  return [...facts, '', ...(failures.length > 0 ? failures : ['The log of failures is empty.']), ''].join('\n')
}
