using System.Reflection;
using System.Text.RegularExpressions;
using Padel.Contracts;
using Padel.Host;

namespace Padel.Tests.Architecture;

/// <summary>What is written down equals what the code does: subscriptions, event types, error codes.</summary>
public sealed partial class ContractTests
{
    [Fact]
    public void Modules_subscribe_to_what_the_registry_says() => Difference(OfModules(), Subscriptions.All).ShouldBeEmpty();

    [Fact]
    public void A_subscription_that_only_one_side_knows_is_found()
    {
        var invented = new SubscriptionName("booking", "padel.identity.invented.v1");
        Difference(Subscriptions.All, [.. Subscriptions.All, invented]).ShouldHaveSingleItem();
        Difference([.. Subscriptions.All, invented], Subscriptions.All).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_registry_names_each_subscription_once() => Subscriptions.All.ShouldBeUnique();

    [Fact]
    public void Event_types_are_those_of_the_documentation() =>
        OneSided(EventTypesInCode(), TableKeys(Repository.Read("docs/events.md"))).ShouldBeEmpty();

    [Fact]
    public void Event_types_follow_one_form() => EventTypesInCode().Where(type => !EventTypeForm().IsMatch(type)).ShouldBeEmpty();

    [Fact]
    public void Error_codes_are_those_of_the_documentation() =>
        OneSided(ErrorsInCode(), ErrorsInTable(Repository.Read("docs/errors.md"))).ShouldBeEmpty();

    [Fact]
    public void An_error_that_only_one_side_knows_is_found()
    {
        ErrorsIn("""new("booking.made_up", 422, "No.")""").ShouldBe(["booking.made_up 422"]);
        ErrorsInTable("| `booking.made_up` | 409 | ... |").ShouldBe(["booking.made_up 409"]);
        OneSided(["booking.made_up 422"], ["booking.made_up 409"]).Count.ShouldBe(2);
    }

    private static IEnumerable<SubscriptionName> OfModules() =>
        ModuleList.All(development: true).SelectMany(module => module.Subscriptions.Select(s => new SubscriptionName(module.Name, s.EventType))).Distinct();

    private static HashSet<string> Difference(IEnumerable<SubscriptionName> modules, IEnumerable<SubscriptionName> registry) =>
        OneSided(modules.Select(one => one.ToString()), registry.Select(one => one.ToString()));

    private static HashSet<string> OneSided(IEnumerable<string> left, IEnumerable<string> right)
    {
        var difference = left.ToHashSet();
        difference.SymmetricExceptWith(right);
        return difference;
    }

    private static IEnumerable<string> EventTypesInCode() =>
        typeof(EventTypes).GetNestedTypes().SelectMany(service => service.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!); // only constants there

    private static IEnumerable<string> ErrorsInCode() =>
        Repository.Files("src", ".cs").SelectMany(file => ErrorsIn(file.Text)).Distinct();

    private static IEnumerable<string> ErrorsIn(string code) => ErrorInCode().Matches(code).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

    private static IEnumerable<string> ErrorsInTable(string markdown) =>
        ErrorRow().Matches(markdown).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

    private static IEnumerable<string> TableKeys(string markdown) => TableRow().Matches(markdown).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""\("([a-z]+\.[a-z_]+)",\s*(\d{3}),""")]
    private static partial Regex ErrorInCode();

    [GeneratedRegex(@"^\| `([a-z]+\.[a-z_]+)` \| (\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^padel\.[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]$")]
    private static partial Regex EventTypeForm();
}
