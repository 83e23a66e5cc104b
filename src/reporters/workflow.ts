/**
 * Keeps a printed line from being taken as a command by a CI runner. GitHub's obeys `::name::` after any blanks and `##[name]`
 * anywhere in a line (actions/runner, ActionCommand.cs); others obey `##vso[` and `##teamcity[`. A space breaks them.
 */
export function noCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replace(/#(?=#(?:vso|teamcity)?\[)/g, '# ')
}

/** The message of a workflow command. */
export function commandMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The value of a property of a workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
