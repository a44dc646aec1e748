import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { SecretKeeper } from '../host.ts'

const Sealed = z.object({ iv: z.base64(), tag: z.base64(), text: z.base64() })
const SealedFile = z.record(z.string(), Sealed)
type Sealed = z.infer<typeof Sealed>

/**
 * Keeps secrets in `secrets.json` of a folder, each sealed with AES-256-GCM under the random key in `secrets.key`.
 *
 * Both files have mode 0600. This keeps secrets out of backups, logs and a glance at the file; it does not keep them from
 * somebody who can read this user's files, since the key lies beside them, and `how` says so. The name of a secret is bound
 * to it as additional data, so that two cannot be exchanged. A secret that no longer opens counts as not there.
 */
export function createFileSecretKeeper(folder: string): SecretKeeper {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secrets = join(folder, 'secrets.json')
  const keyFile = join(folder, 'secrets.key')
  const read = () => readSealed(secrets)
  return {
    how: 'In a scrambled file in the data folder, readable by your user account only. The key lies beside it: whoever can read your files can read your secrets.',
    get: name => {
      const sealed = read()[name]
      return sealed === undefined || !existsSync(keyFile) ? null : unseal(sealed, name, readFileSync(keyFile))
    },
    set: (name, value) => writeWhole(secrets, JSON.stringify({ ...read(), [name]: seal(value, name, keyOf(keyFile)) })),
    remove: name => {
      const { [name]: gone, ...rest } = read()
      if (gone !== undefined) writeWhole(secrets, JSON.stringify(rest))
    },
  }
}

function keyOf(file: string): Buffer {
  if (!existsSync(file)) writeWhole(file, randomBytes(32))
  return readFileSync(file)
}

function seal(value: string, name: string, key: Buffer): Sealed {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), text: text.toString('base64') }
}

function unseal(sealed: Sealed, name: string, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(sealed.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function readSealed(file: string): Readonly<Record<string, Sealed>> {
  if (!existsSync(file)) return {}
  try {
    const parsed = SealedFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
