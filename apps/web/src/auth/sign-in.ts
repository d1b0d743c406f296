// What is asked of the server's sign-in paths (member-types.ts); every refusal comes worded.
import type { OwnPasskey, OwnSession, SignInAnswer, TotpSetUp } from '../../../server/src/api/member-types.ts'
import { ask } from '../api/ask.ts'

const post = <Answer>(path: string, body: object = {}): Promise<Answer> => ask<Answer>(`auth/${path}`, { method: 'POST', body })

export const signIn = {
  withPassword: (email: string, password: string) => post<SignInAnswer>('sign-in/email', { email, password }),
  /** Of the app, or one of the codes for the day when the telephone is gone. */
  withCode: (code: string) => post<SignInAnswer>('two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') }),
  withBackupCode: (code: string) => post<SignInAnswer>('two-factor/verify-backup-code', { code: code.replaceAll(/\s/g, '') }),
  /** Both at once: whoever is signed in shows that it is still she. */
  again: (password: string, code: string) => post<SignInAnswer>('sign-in/again', { password, code: code.replaceAll(/\s/g, '') }),
  out: () => post<object>('sign-out'),
  startTotp: (password: string) => post<TotpSetUp>('two-factor/enable', { password }),
  endTotp: (password: string) => post<object>('two-factor/disable', { password }),
  changePassword: (currentPassword: string, newPassword: string) => post<object>('change-password', { currentPassword, newPassword }),
  passkeys: () => ask<readonly OwnPasskey[]>('auth/passkey/list-user-passkeys'),
  deletePasskey: (id: string) => post<object>('passkey/delete-passkey', { id }),
  sessions: () => ask<readonly OwnSession[]>('auth/list-sessions'),
  endSession: (id: string) => post<object>('revoke-session', { id }),
  endOtherSessions: () => post<object>('revoke-other-sessions'),
}
