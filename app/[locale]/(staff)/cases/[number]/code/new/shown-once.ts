/** The name under which a new code waits to be handed over. */
export const NEW_CODE = 'new-code'

/** So long a new code can be looked at again by who made it, unless it is handed over before. */
export const NEW_CODE_SHOWN_MS = 15 * 60_000
