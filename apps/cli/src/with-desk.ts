// What every command on a network needs: the register opened, the network chosen, and all let go at the end.
import { openRegister, type Register } from '@lykta/register'
import { type Desk, type DeskOptions, openDesk, programVersion } from '@lykta/server'
import type { Context } from './command.ts'
import { dataFolderOf } from './data-folder.ts'
import { messages } from './messages/messages.ts'
import { hearStopSignals } from './stop-signals.ts'

export function openOptions(context: Context): DeskOptions {
  const { variables } = context.environment
  return {
    dataFolder: dataFolderOf(context),
    databaseUrl: variables['DATABASE_URL'] || undefined,
    appUrl: variables['LYKTA_APP_URL'] || undefined,
    signInUrl: variables['LYKTA_SIGN_IN_URL'] || undefined,
    postgresBin: variables['LYKTA_PG_BIN'] || undefined,
    runtimeFolder: variables['XDG_RUNTIME_DIR'] || undefined,
    networkName: context.given.text('network'),
    programVersion,
  }
}

export function withDesk<T>(context: Context, work: (desk: Desk) => Promise<T>): Promise<T> {
  return stoppable(context, () => openDesk(openOptions(context)), ({ register }) => register, work)
}

/** For what concerns the whole register, all of its networks. */
export function withRegister<T>(context: Context, options: { readonly create?: boolean }, work: (register: Register) => Promise<T>): Promise<T> {
  return stoppable(context, () => openRegister({ ...openOptions(context), ...options }), (register) => register, work)
}

/**
 * Closed at the end; told to stop, what is under way is undone, and no database is left running without a user. Told
 * while it is being opened, it stops as soon as it is open.
 */
async function stoppable<Opened, T>({ say, language }: Context, open: () => Promise<Opened>, registerOf: (opened: Opened) => Register, work: (opened: Opened) => Promise<T>): Promise<T> {
  const { told, wasTold, release, endOf } = hearStopSignals()
  const end = (number: number): void => {
    // A line of progress may stand unfinished.
    say(`\n${messages[language].stopped}`)
    endOf(number)
  }
  try {
    const opened = await open().catch(async (error: unknown) => {
      // PostgreSQL hears the terminal's Ctrl+C while its files are made, and says that it could not: it was told to.
      if (!wasTold()) throw error
      end(await told)
      return await never()
    })
    const register = registerOf(opened)
    void told.then((number) => register.abandon().finally(() => end(number)))
    try {
      return await (wasTold() ? never() : work(opened))
    } catch (error) {
      // The connection went away because it was told to: nothing to say, the exit is on its way.
      if (wasTold()) return await never()
      throw error
    } finally {
      await register.close()
    }
  } finally {
    release()
  }
}

function never(): Promise<never> {
  return new Promise(() => {})
}
