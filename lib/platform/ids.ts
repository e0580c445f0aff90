import { v7, validate } from 'uuid'
import { now } from './clock'

/** A new id: UUID version 7 (RFC 9562), whose order is the order of creation, which keeps the database's indexes dense. */
export function newId(): string {
  return v7({ msecs: now().getTime() })
}

/** Whether a text can be an id at all; what cannot is treated like one that nobody has. */
export function isId(text: string): boolean {
  return validate(text)
}
