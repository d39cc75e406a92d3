import OfficeStages
import Qinggao
import QinggaoCLI

CommandLineTool(stages: try .standard.adding(OfficeUnitNamesStage.self)).main()
