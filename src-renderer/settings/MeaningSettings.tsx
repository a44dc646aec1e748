import { Button, FileButton, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { MeaningState } from '../../src-preload/contract/meaning.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { toFailure } from '../connection/failure.ts'
import { ticketFor } from '../connection/ticketFor.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { say } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { Line, Part } from './Lines.tsx'

/** What of a model's folder goes to the office; all else in it stays where it is. */
const wanted: readonly string[] = ['model.onnx', 'tokenizer.json', 'tokenizer_config.json']

/** Search by meaning: the model that answers, another that learns beside it, and when learning rests. */
export function MeaningSettings() {
  const { settings, change } = useSettings()
  const answer = useFreshAnswer(['talent'], (office, signal) => office.meaning.state({}, { signal }), [])
  return (
    <Part title="Search by meaning">
      <FourStates answer={answer} what="the model of search by meaning">{state => <Model state={state} again={answer.again} />}</FourStates>
      <Line label="Rest on battery below" hint="People who are new are learnt once the laptop is plugged in. Words are searched in all meanwhile.">
        <NumberInput
          aria-label="Rest on battery below, in percent" w={100} min={0} max={100} step={5} suffix=" %" clampBehavior="strict" value={settings.learnAbove}
          onChange={value => typeof value === 'number' && void change({ learnAbove: Math.round(value) })}
        />
      </Line>
    </Part>
  )
}

function Model({ state: { model, next, resting }, again }: { readonly state: MeaningState; readonly again: () => void }) {
  const office = useOffice()
  const [taking, setTaking] = useState(false)
  const after = async (work: () => Promise<unknown>) => {
    setTaking(true)
    try {
      await work()
    } catch (error) {
      say(toFailure(error).sentence)
    }
    setTaking(false)
    again()
  }
  const choose = (files: readonly File[]) => after(async () => {
    const model = files.filter(({ name }) => wanted.includes(name))
    const tickets = await Promise.all(model.map(async file => ({ name: file.name, ticket: await ticketFor(file) })))
    await office.meaning.chooseModel({ name: files[0]?.webkitRelativePath.split('/')[0] || 'Your own model', files: tickets })
  })
  const known = `Knows ${model.done} of ${model.total} people.${resting === 'battery' ? ' Learning rests: the battery is low.' : ''}${model.slow === null ? '' : ` It runs slowly: ${model.slow}.`}`
  return (
    <>
      <Line label={`Model: ${model.name}`} hint={`${known} Another one, such as a multilingual one, is a folder with model.onnx and tokenizer.json.`}>
        {next ? null : <FileButton multiple onChange={files => files.length > 0 && void choose(files)} inputProps={{ 'aria-label': 'Folder of a model', webkitdirectory: '' } as object}>
          {props => <Button variant="default" loading={taking} {...props}>Choose a folder</Button>}
        </FileButton>}
        {model.ownFiles && !next ? <Button variant="subtle" loading={taking} onClick={() => void after(() => office.meaning.useShipped({}))}>Use the one that ships</Button> : null}
      </Line>
      {next ? <Line label={`Next: ${next.name}`} hint={`Knows ${next.done} of ${next.total} people. It answers once it knows all; until then the one above does.`}>
        <Button variant="default" loading={taking} onClick={() => void after(() => office.meaning.cancelModel({}))}>Cancel</Button>
      </Line> : null}
    </>
  )
}
