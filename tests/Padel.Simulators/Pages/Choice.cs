using Padel.Simulators.Core;

namespace Padel.Simulators.Pages;

/// <summary>An outcome the payer's page offers.</summary>
internal sealed record Choice(Scenario Scenario, string Label)
{
    public static Choice Of(Scenario scenario) => new(scenario, scenario.Words());
}
