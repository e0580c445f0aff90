'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { Failure } from '@/components/ui/failure'

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure digest={error.digest} isRenewed={unstable_isUnrecognizedActionError(error)} retry={retry} />
}
