import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folders of the application itself: what ships with it and the built page. */
export interface ApplicationFolders {
  readonly resources: string
  readonly page: string
}

/**
 * Finds the application's folders from the address of one of its modules, run from source or built.
 *
 * It climbs to the first folder that holds `resources/`: the project, or the application archive. Throws an Error
 * where there is none, since then the installation is broken.
 * @param moduleUrl `import.meta.url` of the caller
 */
export function findApplicationFolders(moduleUrl: string): ApplicationFolders {
  for (let folder = dirname(fileURLToPath(moduleUrl)); folder !== dirname(folder); folder = dirname(folder)) {
    const resources = join(folder, 'resources')
    if (existsSync(resources)) return { resources, page: join(folder, 'out', 'renderer') }
  }
  throw new Error('the folder resources/ of CastMatch is missing')
}
