// What every command on a network needs: the register opened, the network chosen, and all let go at the end.
import { openRegister, type Register } from '@lykta/register'
import { type Desk, type DeskOptions, openDesk, programVersion } from '@lykta/server'
import type { Context } from './command.ts'
import { dataFolderOf } from './data-folder.ts'

export function openOptions(context: Context): DeskOptions {
  const { variables } = context.environment
  return {
    dataFolder: dataFolderOf(context),
    databaseUrl: variables['DATABASE_URL'] || undefined,
    appUrl: variables['LYKTA_APP_URL'] || undefined,
    postgresBin: variables['LYKTA_PG_BIN'] || undefined,
    runtimeFolder: variables['XDG_RUNTIME_DIR'] || undefined,
    networkName: context.given.text('network'),
    programVersion,
  }
}

export async function withDesk<T>(context: Context, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(openOptions(context))
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

/** For what concerns the whole register, all of its networks. */
export async function withRegister<T>(context: Context, options: { readonly create?: boolean }, work: (register: Register) => Promise<T>): Promise<T> {
  const register = await openRegister({ ...openOptions(context), ...options })
  try {
    return await work(register)
  } finally {
    await register.close()
  }
}
