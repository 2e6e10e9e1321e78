using System.Text.RegularExpressions;

namespace Padel.Tests.Architecture;

/// <summary>Files are short, named as their folder says, and log events have numbers of their own.</summary>
public sealed partial class FileTests
{
    // Generated types and the table of design tokens are lists, not ideas.
    private const int MaxLines = 300;
    private static readonly string[] Folders = ["src", "tests", "web/src", "web/e2e"];

    [Fact]
    public void No_file_is_two_ideas() =>
        Folders.SelectMany(folder => Repository.Files(folder, ".cs", ".ts", ".tsx", ".css", ".sql"))
            .Where(file => !file.Path.EndsWith(".gen.ts", StringComparison.Ordinal) && !file.Path.EndsWith("/tokens.css", StringComparison.Ordinal)).SelectMany(TooLong).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found() => TooLong(new SourceFile("sample.cs", new string('\n', MaxLines + 1))).ShouldHaveSingleItem();

    [Fact]
    public void Namespaces_follow_folders() => Repository.Files("src", ".cs").SelectMany(Misplaced).ShouldBeEmpty();

    [Fact]
    public void A_namespace_that_is_not_its_folder_is_found() =>
        Misplaced(new SourceFile("src/Padel.Booking/Desk/A.cs", "namespace Padel.Booking.Elsewhere;\n")).ShouldHaveSingleItem();

    [Fact]
    public void Every_log_event_has_a_number_of_its_own() => Doubles(Repository.Files("src", ".cs").Select(file => file.Text)).ShouldBeEmpty();

    [Fact]
    public void A_log_event_number_used_twice_is_found() =>
        Doubles(["[LoggerMessage(EventId = 7, ...", "[LoggerMessage(EventId = 7, ..."]).ShouldBe(["7"]);

    [Fact]
    public void The_web_app_forbids_sideways_imports()
    {
        var lint = Repository.Read("web/eslint.config.js");
        foreach (var rule in new[] { "no-restricted-paths", "zones", "from: `${src}/console`", "from: `${src}/player`", "except: [`./${feature}`]", "no-explicit-any" })
            lint.ShouldContain(rule);
    }

    private static IEnumerable<string> TooLong(SourceFile file)
    {
        var lines = file.Text.Count(c => c == '\n');
        return lines > MaxLines ? [$"{file.Path} has {lines} lines"] : [];
    }

    private static IEnumerable<string> Misplaced(SourceFile file)
    {
        var expected = (Path.GetDirectoryName(file.Path) ?? "").Replace('\\', '/')["src/".Length..].Replace('/', '.');
        var found = Namespace().Match(file.Text);
        return found.Success && found.Groups[1].Value != expected ? [$"{file.Path} says {found.Groups[1].Value}"] : [];
    }

    private static IEnumerable<string> Doubles(IEnumerable<string> sources) =>
        sources.SelectMany(text => EventId().Matches(text)).GroupBy(match => match.Groups[1].Value).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\[LoggerMessage\(EventId = (\d+)|\[LoggerMessage\((\d+)")]
    private static partial Regex EventId();
}
