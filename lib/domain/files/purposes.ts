/** What a file is for; the worker chooses by picture, not by its name. Stored as `evidence.kind`. */
export const FILE_PURPOSES = [
  'receipt',
  'contract',
  'payslip',
  'photo',
  'chat',
  'document_other',
  'voice_story',
  'voice_message',
  'video',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/** Whether a text is one of our purposes. */
export function isFilePurpose(text: unknown): text is FilePurpose {
  return (FILE_PURPOSES as readonly unknown[]).includes(text)
}

/** Whether the file is a voice in place of written words. */
export function isVoice(purpose: FilePurpose): boolean {
  return purpose === 'voice_story' || purpose === 'voice_message'
}
