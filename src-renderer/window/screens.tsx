import { Route, Switch } from 'wouter'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { SidesId } from '../../src-preload/contract/sides.ts'
import { Button } from '@mantine/core'
import { AuditionsScreen } from '../auditions/AuditionsScreen.tsx'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { ChatScreen } from '../chat/ChatScreen.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { ImpactScreen } from '../drafts/ImpactScreen.tsx'
import { EnsembleScreen } from '../ensemble/EnsembleScreen.tsx'
import { HealthScreen } from '../health/HealthScreen.tsx'
import { goTo } from '../look/hashPlace.ts'
import { HeadshotsScreen } from '../media/HeadshotsScreen.tsx'
import { MemoryScreen } from '../memory/MemoryScreen.tsx'
import { PairGridScreen } from '../pairs/PairGridScreen.tsx'
import { PairsScreen } from '../pairs/PairsScreen.tsx'
import { RunningOrderScreen } from '../pairs/RunningOrderScreen.tsx'
import { TrackRecordScreen } from '../pairs/TrackRecordScreen.tsx'
import { ProductionsScreen } from '../productions/ProductionsScreen.tsx'
import { CastListScreen } from '../reports/CastListScreen.tsx'
import { DaysScreen } from '../reports/DaysScreen.tsx'
import { RepairScreen } from '../repair/RepairScreen.tsx'
import { RoleScreen } from '../roles/RoleScreen.tsx'
import { RolesScreen } from '../roles/RolesScreen.tsx'
import { GridScreen } from '../scripts/GridScreen.tsx'
import { ScriptScreen } from '../scripts/ScriptScreen.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { AllSidesScreen } from '../sides/AllSidesScreen.tsx'
import { SidesScreen } from '../sides/SidesScreen.tsx'
import { ProfilesScreen } from '../talent/ProfilesScreen.tsx'
import { DuplicatesScreen } from '../talent/duplicates/DuplicatesScreen.tsx'
import { EarlierImportsScreen } from '../talent/EarlierImportsScreen.tsx'
import { SheetImportScreen } from '../talent/SheetImportScreen.tsx'
import { TalentScreen } from '../talent/TalentScreen.tsx'

/** Which screen stands at which place. */
export function Screens() {
  return (
    <Switch>
      <Route path="/"><ProductionsScreen /></Route>
      <Route path="/production/:id/script/:script?">
        {params => <ScriptScreen key={params.id} productionId={params.id as ProductionId} scriptId={(params.script ?? null) as ScriptId | null} />}
      </Route>
      <Route path="/production/:id/script/:script/grid">
        {params => <GridScreen key={params.script} productionId={params.id as ProductionId} scriptId={params.script as ScriptId} />}
      </Route>
      <Route path="/production/:id/script/:script/cast">
        {params => <CastListScreen key={params.script} productionId={params.id as ProductionId} scriptId={params.script as ScriptId} />}
      </Route>
      <Route path="/production/:id/script/:script/days">
        {params => <DaysScreen key={params.script} productionId={params.id as ProductionId} scriptId={params.script as ScriptId} />}
      </Route>
      <Route path="/production/:id/drafts">{params => <ImpactScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/script/:script/repair">
        {params => <RepairScreen key={params.script} productionId={params.id as ProductionId} scriptId={params.script as ScriptId} />}
      </Route>
      <Route path="/production/:id/roles">{params => <RolesScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/roles/sides">{params => <AllSidesScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/roles/pairs">{params => <PairsScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/roles/pairs/order">{params => <RunningOrderScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/roles/pairs/record">{params => <TrackRecordScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/roles/pairs/:one/:other">
        {params => <PairGridScreen key={`${params.one} ${params.other}`} productionId={params.id as ProductionId} roleIds={[params.one as RoleId, params.other as RoleId]} />}
      </Route>
      <Route path="/production/:id/roles/:role/sides/:sides">{params => <SidesScreen key={params.sides} id={params.sides as SidesId} />}</Route>
      <Route path="/production/:id/roles/:role">
        {params => <RoleScreen key={params.role} productionId={params.id as ProductionId} roleId={params.role as RoleId} />}
      </Route>
      <Route path="/production/:id/ensemble">{params => <EnsembleScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/production/:id/auditions">{params => <AuditionsScreen key={params.id} productionId={params.id as ProductionId} />}</Route>
      <Route path="/talent"><TalentScreen /></Route>
      <Route path="/talent/headshots"><HeadshotsScreen /></Route>
      <Route path="/talent/duplicates"><DuplicatesScreen /></Route>
      <Route path="/talent/import"><SheetImportScreen /></Route>
      <Route path="/talent/profiles"><ProfilesScreen /></Route>
      <Route path="/talent/imports"><EarlierImportsScreen /></Route>
      <Route path="/chat/:id?">{params => <ChatScreen id={(params.id ?? null) as ConversationId | null} />}</Route>
      <Route path="/memory"><MemoryScreen /></Route>
      <Route path="/settings"><SettingsScreen /></Route>
      <Route path="/health"><HealthScreen /></Route>
      <Route>
        <EmptyState sentence="There is nothing at this address." hint="It may have been removed, or the link was cut short.">
          <Button onClick={() => goTo('/')}>Go to productions</Button>
        </EmptyState>
      </Route>
    </Switch>
  )
}
