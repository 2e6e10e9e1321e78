using System.Text.RegularExpressions;

namespace Padel.Tests.Architecture;

/// <summary>Words that have no place in finished sources. Each rule is shown a line it must find.</summary>
public sealed partial class SourceRuleTests
{
    // Put together from pieces, so that this file itself stays clean.
    private const string Later = "TO" + "DO";
    private static readonly string[] Scripts = ["README.md", "run", "test", "padel"];
    private const string Stub = "NotImplemented" + "Exception";

    private static readonly SourceRule Unfinished = new("is unfinished", UnfinishedWords());
    private static readonly SourceRule DatabaseClock = new("lets the database read the clock: pass @now from TimeProvider", DatabaseClocks());
    private static readonly SourceRule OwnClock = new("reads the machine's clock: use TimeProvider", OwnClocks());
    private static readonly SourceRule Machine = new("names a place of one machine", MachinePlaces());

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Check(Unfinished, "src", "tests", "web/src", "deploy", "docs").ShouldBeEmpty();

    [Fact]
    public void Sql_never_reads_the_clock() => Check(DatabaseClock, "src").ShouldBeEmpty();

    [Fact]
    public void Time_comes_from_the_time_provider() => Check(OwnClock, "src").ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_place_of_one_machine() =>
        Check(Machine, "src", "tests", "web/src", "web/scripts", "web/e2e", "docs", "deploy", "api", ".ci")
            .Concat(Scripts.Where(name => File.Exists(Path.Combine(Repository.Root, name)))
                .SelectMany(name => Machine.Violations(new SourceFile(name, Repository.Read(name)))))
            .ShouldBeEmpty();

    [Fact]
    public void Each_rule_finds_its_bad_sample()
    {
        Unfinished.Violations(Sample($"// {Later}: later")).ShouldHaveSingleItem();
        Unfinished.Violations(Sample($"throw new {Stub}();")).ShouldHaveSingleItem();
        DatabaseClock.Violations(Sample("select * from holds where expires_at < now" + "()")).ShouldHaveSingleItem();
        DatabaseClock.Violations(Sample("values (current" + "_timestamp)")).ShouldHaveSingleItem();
        OwnClock.Violations(Sample("var now = DateTime" + ".UtcNow;")).ShouldHaveSingleItem();
        Machine.Violations(Sample("File.ReadAllText(\"/work" + "/shared/data/club.json\")")).ShouldHaveSingleItem();
        Machine.Violations(Sample("cp ../shared" + "/data/pilot-club/club.json .")).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Check(SourceRule rule, params string[] folders) =>
        folders.SelectMany(folder => Repository.Files(folder, ".cs", ".sql", ".ts", ".tsx", ".css", ".mjs", ".js", ".md", ".json", ".yaml", ".yml", ".sh", ".html"))
            .SelectMany(rule.Violations);

    private static SourceFile Sample(string line) => new("sample", line);

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME)\b|NotImplemented" + "Exception")]
    private static partial Regex UnfinishedWords();

    [GeneratedRegex(@"(?<!\.)\bnow" + @"\(\)|\bcurrent" + @"_(timestamp|date|time)\b|\bclock" + "_timestamp", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseClocks();

    [GeneratedRegex(@"\bDateTime(Offset)?" + @"\.(Utc)?(Now|Today)\b|TimeZoneInfo" + @"\.Local\b")]
    private static partial Regex OwnClocks();

    [GeneratedRegex(@"/work" + @"/|\.\./shared" + @"/(reference|data|design|spec|hooks)|\.lib" + @"rary\b|/home" + @"/\w+/|[A-Z]:\\" + @"Users")]
    private static partial Regex MachinePlaces();
}
