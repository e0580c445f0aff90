import type { Room, RoomWords } from './rooms'

/** Every key of the source language; a key is `room.name` and is written in full in its file. */
export type MessageKey = { [Name in Room]: keyof RoomWords[Name] & string }[Room]

/** What a message may show: text, a count, or an instant. Money and dates are formatted before. */
export type MessageParams = Readonly<Record<string, string | number>>
