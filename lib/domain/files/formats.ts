/** Every kind of file that is kept, as it is kept: a photo of any kind leaves as JPEG, PNG or WebP. */
export const FILE_FORMATS = {
  jpeg: { family: 'image', contentType: 'image/jpeg', extension: 'jpg' },
  png: { family: 'image', contentType: 'image/png', extension: 'png' },
  webp: { family: 'image', contentType: 'image/webp', extension: 'webp' },
  pdf: { family: 'document', contentType: 'application/pdf', extension: 'pdf' },
  docx: {
    family: 'document',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: {
    family: 'document',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  pptx: {
    family: 'document',
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
  },
  webm_audio: { family: 'audio', contentType: 'audio/webm', extension: 'weba' },
  ogg_audio: { family: 'audio', contentType: 'audio/ogg', extension: 'ogg' },
  mp3: { family: 'audio', contentType: 'audio/mpeg', extension: 'mp3' },
  m4a: { family: 'audio', contentType: 'audio/mp4', extension: 'm4a' },
  wav: { family: 'audio', contentType: 'audio/wav', extension: 'wav' },
  '3gp_audio': { family: 'audio', contentType: 'audio/3gpp', extension: '3gp' },
  amr: { family: 'audio', contentType: 'audio/amr', extension: 'amr' },
  webm: { family: 'video', contentType: 'video/webm', extension: 'webm' },
  mp4: { family: 'video', contentType: 'video/mp4', extension: 'mp4' },
  mov: { family: 'video', contentType: 'video/quicktime', extension: 'mov' },
  '3gp': { family: 'video', contentType: 'video/3gpp', extension: '3gp' },
} as const satisfies Record<string, { family: FileFamily; contentType: string; extension: string }>

export const FILE_FAMILIES = ['image', 'document', 'audio', 'video'] as const
export type FileFamily = (typeof FILE_FAMILIES)[number]
export type FileFormat = keyof typeof FILE_FORMATS

/** Whether a stored text is one of our formats. */
export function isFileFormat(text: string | null): text is FileFormat {
  return text !== null && Object.hasOwn(FILE_FORMATS, text)
}

/** What a browser's file chooser may offer; what counts is the content, which the server decides. */
export const FILE_ACCEPT = {
  image: 'image/jpeg,image/png,image/webp,image/avif,image/gif',
  document: 'application/pdf,.docx,.xlsx,.pptx',
  audio: 'audio/*,.amr,.3gp',
  video: 'video/mp4,video/webm,video/3gpp,video/quicktime',
} as const satisfies Record<FileFamily, string>

/** A name that says nothing of a person, for who saves it: what the file is for and the last letters of its id. */
export function downloadName(file: {
  readonly id: string
  readonly kind: string
  readonly format: FileFormat
}): string {
  // The end of a version 7 UUID is random; its beginning is the time.
  return `${file.kind.replaceAll('_', '-')}-${file.id.slice(-8)}.${FILE_FORMATS[file.format].extension}`
}
