// The library that signs people in, with everything off that Lykta does not use; what of it is reachable is in routes/auth.ts.
import { randomBytes } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import { factorOfPath, goesOn } from './factor.ts'
import { type AuthOptions, cookiePrefix, idleSeconds, maxPasswordLength, minPasswordLength } from './sign-in-settings.ts'

/** How long the password's half of a sign-in waits for the other one. */
const halfSeconds = 10 * 60
const begun = z.object({ login: z.string(), factor: z.enum(['password', 'invitation', 'provider']), begunAt: z.date().optional() })

export function makeAuth({ pool, secret, origin }: AuthOptions) {
  const secure = origin !== undefined
  const verified = (userVerified: boolean | undefined): void => {
    // Possession alone is one factor; the finger, the face or the PIN is the second.
    if (userVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
  }
  return betterAuth({
    appName: 'Lykta',
    baseURL: origin ?? 'http://localhost',
    secret,
    database: pool,
    telemetry: { enabled: false },
    // It would quote what was sent; defects are thrown, and told without their messages.
    logger: { disabled: true },
    // Ours counts by account as well (access/limits.ts).
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength },
    user: { additionalFields: { language: { type: 'string', required: false, input: false } } },
    session: {
      expiresIn: idleSeconds,
      // The end is moved once a minute at the most, not with each request.
      updateAge: 60,
      freshAge: 0,
      // No copy in a cookie: a session that was ended is over with the next request.
      cookieCache: { enabled: false },
      additionalFields: { factor: { type: 'string', required: true, input: false, defaultValue: 'password' } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            // By an invitation, or the identity provider: what startSession says.
            const given = ['invitation', 'provider'].find((one) => session['factor'] === one)
            const before = context?.context.session?.session
            const factor = factorOfPath(context?.path) ?? given ?? before?.['factor'] ?? 'password'
            // Another password, or a code app set up, goes on from the session that was: nobody has shown both factors anew.
            const createdAt = before && goesOn(context?.path, before['factor']) ? before.createdAt : session.createdAt
            // Which machine somebody used is remembered as long as the session, from where she came not at all.
            return { data: { ...session, factor, createdAt, ipAddress: null, userAgent: session.userAgent?.slice(0, 200) ?? '' } }
          },
        },
      },
    },
    advanced: {
      // guard.ts has refused other origins before this is asked, and more strictly.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: cookiePrefix({ origin }),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure, path: '/' },
    },
    plugins: [
      twoFactor({ issuer: 'Lykta', twoFactorCookieMaxAge: halfSeconds, backupCodeOptions: { amount: 8, length: 12 } }),
      passkey({
        rpID: origin === undefined ? 'localhost' : new URL(origin).hostname,
        rpName: 'Lykta',
        // On this machine alone the port is not known before: the guard has held the request's Origin against its Host.
        origin: origin ?? null,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => verified(verification.registrationInfo?.userVerified) },
        authentication: { afterVerification: ({ verification }) => verified(verification.authenticationInfo.userVerified) },
      }),
      {
        id: 'lykta',
        endpoints: {
          /** For whoever an invitation has let in, who has just founded the network, or whom the identity provider knows. */
          startSession: createAuthEndpoint.serverOnly({ method: 'POST', body: begun, requireHeaders: true }, async (context) => {
            const { login, factor, begunAt } = context.body
            const user = await context.context.internalAdapter.findUserById(login)
            if (!user) throw new Error('startSession: there is no such login')
            const session = await context.context.internalAdapter.createSession(user.id, false, { factor, ...(begunAt && { createdAt: begunAt }) }, true)
            await setSessionCookie(context, { session, user }, false)
            return context.json({ id: session.id })
          }),
          /** Waits for the code from the app, as after the right password (the two-factor plugin's own hook does the same). */
          askForCode: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ login: z.string() }), requireHeaders: true }, async (context) => {
            const { internalAdapter, createAuthCookie, secret: key } = context.context
            const [identifier, expiresAt] = [`2fa-${randomBytes(20).toString('base64url')}`, new Date(Date.now() + halfSeconds * 1000)]
            await internalAdapter.createVerificationValue({ value: context.body.login, identifier, expiresAt })
            await internalAdapter.createVerificationValue({ value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt })
            const { name, attributes } = createAuthCookie('two_factor', { maxAge: halfSeconds })
            await context.setSignedCookie(name, identifier, key, attributes)
            return context.json({})
          }),
        },
      },
    ],
  })
}

export type Auth = ReturnType<typeof makeAuth>
