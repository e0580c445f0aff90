/** Ways to reach a worker; `here_only` means nobody contacts them, they come back with the code. */
export const CONTACT_CHANNELS = ['here_only', 'phone', 'sms', 'line', 'messenger', 'whatsapp', 'email'] as const

/** A way to reach a worker. */
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** How a report came to us. */
export const INTAKE_CHANNELS = ['web', 'phone', 'ngo', 'paper'] as const

/** The way a report came to us. */
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number]
