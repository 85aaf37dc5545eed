import { write } from './write.mjs'

export const plants = [
  {
    fault: 'a file that is not formatted',
    plant: (root) => write(root, 'shared/src/plan/planted-format.ts', 'export const  planted = "double"\n'),
    expects: /planted-format\.ts:\d+ format/,
  },
  {
    fault: 'a name that is never used',
    plant: (root) =>
      write(
        root,
        'shared/src/plan/planted-lint.ts',
        'export function planted(unused: number) {\n  const never = 1\n}\n',
      ),
    expects: /planted-lint\.ts:\d+ lint\/correctness\/noUnusedVariables/,
  },
  {
    fault: 'a button without a type',
    plant: (root) =>
      write(
        root,
        'client/src/ui/planted-a11y.tsx',
        'export const Planted = ({ says }: { says: string }) => <button>{says}</button>\n',
      ),
    expects: /planted-a11y\.tsx:\d+ lint\/a11y\/useButtonType/,
  },
  {
    fault: 'English in a screen instead of in the texts',
    plant: (root) =>
      write(root, 'client/src/ui/planted-words.tsx', 'export const Planted = () => <p>Hello there</p>\n'),
    expects: /planted-words\.tsx:\d+ lint\/style\/noJsxLiterals/,
  },
]
