// The order of the test files: those that take minutes first, so that no worker is left alone with one at the end.
import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Beginnings of paths by how long a file takes; what has no place here takes seconds. */
const longest = [
  'test/browser/device', 'test/browser/members', 'test/browser/', 'test/crash/', 'test/journey/', 'packages/disclosure/', 'test/counting/', 'test/publication/', 'test/import/', 'packages/register/',
]

/**
 * A process goes on to the next file only when that is of its own project: so project after project, the long ones first.
 * Not by what was measured here last: a run on another machine has the same order.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = this.ctx.projects.map(({ name }) => name)
    const place = ({ moduleId }: TestSpecification): number => {
      const path = relative(this.ctx.config.root, moduleId)
      const at = longest.findIndex((folder) => path.startsWith(folder))
      return at < 0 ? longest.length : at
    }
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]))
    const projectOf = ({ project }: TestSpecification): number => projects.indexOf(project.name)
    return files.toSorted((one, other) => projectOf(one) - projectOf(other) || place(one) - place(other) || sizes.get(other)! - sizes.get(one)!)
  }
}
