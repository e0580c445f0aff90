/** The fields by which a form that was held brings back its challenge. */
export const HELD_FIELDS = { token: 'held_token', solution: 'held_solution' } as const
