/** The name under which a new link waits to be handed over. */
export const NEW_LINK = 'party-link'

/** So long a new link can be looked at again by who made it, unless it is put away before. */
export const NEW_LINK_SHOWN_MS = 15 * 60_000
