import { z } from 'zod'
import { CONTACT_CHANNELS } from '@/lib/domain/report/contact-channels'
import { stepForm } from './step-form'
import { codeOf, lineOfText } from './typed'

/** How the worker may be reached; nothing chosen means only here. Another channel than before drops its address. */
export const contactForm = stepForm({
  schema: z.object({ channel: codeOf(CONTACT_CHANNELS) }),
  change: (answers, input) => {
    const channel = input.channel ?? 'here_only'
    return { ...answers, contact: channel === answers.contact.channel ? answers.contact : { channel } }
  },
  fieldsOf: (answers) => ({ channel: answers.contact.channel }),
})

/**
 * Number or address, when it is safe, and whether a message may be left. The channel travels along. Without a number or
 * address nobody can be reached that way: it falls back to "only here", as nothing is mandatory.
 */
export const contactDetailsForm = stepForm({
  schema: z
    .object({
      channel: codeOf(CONTACT_CHANNELS),
      detail: lineOfText,
      safeTimes: lineOfText,
      mayLeaveMessage: codeOf(['yes', 'no']),
    })
    .superRefine((input, ctx) => {
      if (input.detail === undefined) return
      if (input.channel === 'email' && !/^\S+@\S+\.\S+$/u.test(input.detail)) {
        ctx.addIssue({ code: 'custom', path: ['detail'], message: 'errors.email_unreadable' })
      } else if (
        (input.channel === 'phone' || input.channel === 'sms') &&
        !/\p{Nd}{3}/u.test(input.detail.replace(/[^\p{L}\p{Nd}]/gu, ''))
      ) {
        ctx.addIssue({ code: 'custom', path: ['detail'], message: 'errors.phone_unreadable' })
      }
    }),
  change: (answers, input) => ({
    ...answers,
    contact:
      input.detail === undefined
        ? { channel: 'here_only' }
        : {
            channel: input.channel ?? answers.contact.channel,
            detail: input.detail,
            safeTimes: input.safeTimes,
            mayLeaveMessage: input.mayLeaveMessage === undefined ? undefined : input.mayLeaveMessage === 'yes',
          },
  }),
  fieldsOf: ({ contact }) => ({
    channel: contact.channel,
    detail: contact.detail ?? '',
    safeTimes: contact.safeTimes ?? '',
    mayLeaveMessage: contact.mayLeaveMessage === undefined ? '' : contact.mayLeaveMessage ? 'yes' : 'no',
  }),
})
