import { z } from 'zod'
import { stepForm } from './step-form'
import { STORY_MAXIMUM } from './typed'

/** The worker's own words, kept as written apart from blanks at both ends. */
export const storyForm = stepForm({
  schema: z.object({
    story: z
      .string()
      .transform((text) => text.trim())
      .pipe(z.string().max(STORY_MAXIMUM, { error: 'report.story_too_long' }))
      .transform((text) => (text === '' ? undefined : text))
      .optional(),
  }),
  change: (answers, input) => ({ ...answers, story: input.story }),
  fieldsOf: (answers) => ({ story: answers.story ?? '' }),
})
