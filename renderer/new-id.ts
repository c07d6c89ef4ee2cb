import { v7 } from 'uuid'

/** A new UUIDv7, for parts of a record that the page makes; records get theirs from the case. */
export const newId = (): string => v7()
