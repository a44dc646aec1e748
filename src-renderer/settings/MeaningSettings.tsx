import { Button, FileButton, NumberInput } from '@mantine/core'
import { IconBattery1 } from '@tabler/icons-react'
import { useState } from 'react'
import type { MeaningState } from '../../src-preload/contract/meaning.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { toFailure } from '../connection/failure.ts'
import { ticketFor } from '../connection/ticketFor.ts'
import { ProgressLine } from '../jobs/ProgressLine.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { say } from '../look/UndoToast.tsx'
import { restingWords, useIndexing, useNextModel } from '../window/indexing.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { Line, Part } from './Lines.tsx'
import classes from './SettingsScreen.module.css'

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

function Model({ state: { model, next }, again }: { readonly state: MeaningState; readonly again: () => void }) {
  const office = useOffice()
  const { settings: { locale } } = useSettings()
  const indexing = useIndexing()
  const coming = useNextModel() ?? next
  const { done, total } = indexing ?? model
  const resting = indexing?.resting === 'battery' && (done < total || next !== null)
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
  const number = (count: number) => count.toLocaleString(locale)
  const known = `Knows ${number(done)} of ${number(total)} people.${model.slow === null ? '' : ` It runs slowly: ${model.slow}.`}`
  return (
    <>
      <Line label={`Model: ${model.name}`} hint={`${known} Another one, such as a multilingual one, is a folder with model.onnx and tokenizer.json.`}>
        {next ? null : <FileButton multiple onChange={files => files.length > 0 && void choose(files)} inputProps={{ 'aria-label': 'Folder of a model', webkitdirectory: '' } as object}>
          {props => <Button variant="default" loading={taking} {...props}>Choose a folder</Button>}
        </FileButton>}
        {model.ownFiles && !next ? <Button variant="subtle" loading={taking} onClick={() => void after(() => office.meaning.useShipped({}))}>Use the one that ships</Button> : null}
      </Line>
      {done < total && <Learning stage={resting ? 'Waits for the plug' : 'Learning new people'} done={done} total={total} label="People search by meaning knows" />}
      {next && coming ? (
        <>
          <Line label={`Next: ${next.name}`} hint={`Knows ${number(coming.done)} of ${number(coming.total)} people. It answers once it knows all; until then the one above does.`}>
            <Button variant="default" loading={taking} onClick={() => void after(() => office.meaning.cancelModel({}))}>Cancel</Button>
          </Line>
          <Learning stage={resting ? 'Waits for the plug' : 'Learning everybody'} done={coming.done} total={coming.total} label="People the next model knows" />
        </>
      ) : null}
      {resting && <p className={classes.eye} role="status"><IconBattery1 size={16} aria-hidden /> {restingWords}</p>}
    </>
  )
}

/** A bar under its setting, moving while the office learns. */
const Learning = (progress: Parameters<typeof ProgressLine>[0]) => <div className={classes.learning}><ProgressLine {...progress} /></div>
