using System.Text.RegularExpressions;

namespace Padel.Tests.Architecture;

/// <summary>Something no line may say.</summary>
internal sealed record SourceRule(string Why, Regex Forbidden)
{
    public IEnumerable<string> Violations(SourceFile file) =>
        file.Lines.Where(line => Forbidden.IsMatch(line.Line)).Select(line => $"{file.Path}:{line.Number} {Why}");
}
