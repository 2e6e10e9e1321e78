using System.Globalization;
using System.Text.RegularExpressions;

namespace Padel.Tests.Architecture;

/// <summary>Migrations are numbered without gaps, and every index says which query it serves.</summary>
public sealed partial class MigrationTests
{
    [Fact]
    public void Numbers_have_no_gaps() =>
        Repository.Files("src", ".sql").GroupBy(file => Path.GetDirectoryName(file.Path)).SelectMany(folder => Gaps(folder.Select(file => Path.GetFileName(file.Path)))).ShouldBeEmpty();

    [Fact]
    public void A_gap_or_a_number_used_twice_is_found()
    {
        Gaps(["0001_a.sql", "0003_b.sql"]).ShouldHaveSingleItem();
        Gaps(["0001_a.sql", "0001_b.sql"]).ShouldHaveSingleItem();
        Gaps(["first.sql"]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_index_says_which_query_it_serves() => Repository.Files("src", ".sql").SelectMany(Unexplained).ShouldBeEmpty();

    [Fact]
    public void An_index_without_a_reason_is_found()
    {
        Unexplained(new SourceFile("sample", "create index a on b (c);\n")).ShouldHaveSingleItem();
        Unexplained(new SourceFile("sample", "create unique index a\n  on b (c); -- why\n")).ShouldBeEmpty();
        Unexplained(new SourceFile("sample", "-- why\ncreate index a on b (c);\n")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Gaps(IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal).Select((name, index) => (name, Expected: (index + 1).ToString("D4", CultureInfo.InvariantCulture) + "_"))
            .Where(file => !file.name.StartsWith(file.Expected, StringComparison.Ordinal)).Select(file => $"{file.name} should start with {file.Expected}");

    // The reason stands behind the statement or in the line before it.
    private static IEnumerable<string> Unexplained(SourceFile file) =>
        Index().Matches(file.Text).Where(match => !match.Groups["behind"].Value.Contains("--") && !match.Groups["before"].Success)
            .Select(match => $"{file.Path}: {match.Groups["name"].Value}");

    [GeneratedRegex(@"(?<before>^\s*--[^\n]*\n)?^\s*create (unique )?index (concurrently )?(if not exists )?(?<name>\w+)[^;]*;(?<behind>[^\n]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Index();
}
