// Key files on their way: bytes where they are used, base64url in what is sent and stored.
import type { StoredGrant } from '@lykta/seal'
import type { BundleFile, GrantFile } from '../../../server/src/api/member-types.ts'
import { base64urlOf, bytesOf } from './base64url.ts'

export function bundleOf(way: BundleFile['way'], credential: string | null, file: Uint8Array): BundleFile {
  return { id: crypto.randomUUID(), way, credential, file: base64urlOf(file) }
}

export function grantFileOf({ epoch, holder, file }: StoredGrant): GrantFile {
  return { epoch, holder, file: base64urlOf(file) }
}

export function storedGrantOf({ epoch, holder, file }: GrantFile): StoredGrant {
  return { epoch, holder, file: bytesOf(file) }
}
