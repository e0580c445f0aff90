/** The question as the heading of its page, and what helps to answer it. */
export function QuestionHead({
  about,
  question,
  lead,
}: {
  about?: string | undefined
  question: string
  lead?: string | undefined
}) {
  return (
    <div className="tight">
      {about === undefined ? null : <p className="mute">{about}</p>}
      <h1>{question}</h1>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
    </div>
  )
}
