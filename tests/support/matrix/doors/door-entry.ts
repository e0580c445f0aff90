/**
 * Who passes a door that is asked for things of the first world: `who` may have them; `own` passes as well, and acts on nothing but
 * what is their own or everybody's. Who is in neither is turned away and leaves no trace. Words: ../words.ts. A door that nobody of
 * the matrix passes says why in `nobody`, and where somebody does.
 */
export type DoorEntry = { readonly who: string; readonly own?: string; readonly nobody?: string }

/** By `<name> <file below app>`, as find-doors.ts reads them. */
export type DoorMatrix = Readonly<Record<string, DoorEntry>>
