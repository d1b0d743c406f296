// The shapes that requests are made of, each in the one spelling that the register has too.
import { z } from 'zod'

export const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/).refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text)
export const day = z.iso.date().refine((text) => text >= '1900-01-01' && text <= '2200-12-31')
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
export const language = z.enum(['sv', 'en'])

/** Files in base64url without padding, at most that many bytes. */
export const base64url = (bytes: number) => z.string().max(Math.ceil((bytes * 4) / 3)).regex(/^[A-Za-z0-9_-]+$/)

/** One line for people to read: nothing invisible, no halves of letters; without the spaces around it. */
export const line = (letters: number, least = 1) =>
  z.string().transform((text) => text.normalize('NFC').trim()).refine((text) => text.length >= least && text.length <= letters && text.isWellFormed() && !/\p{C}|[\u2028\u2029]/u.test(text))
