/** What a form on a worker's page carries unseen; see lib/schemas/track/own-form.ts. */
export function OwnFields({ requestId, caseId }: { requestId: string; caseId: string }) {
  return (
    <>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="caseId" value={caseId} />
    </>
  )
}
