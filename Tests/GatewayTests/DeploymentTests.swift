import Diagnostics
import JSON
import SiteModel
import Testing

@testable import Gateway

/// Several deployments behind one name of a LiteLLM proxy: the dearest price, and what the cheapest costs, never one for both.
@Suite struct DeploymentTests {
    private func deployments(_ costs: String...) -> String {
        let entries = costs.map { "{\"model_name\":\"m\",\"model_info\":{\"mode\":\"chat\",\($0)}}" }
        return "{\"data\":[\(entries.joined(separator: ","))]}"
    }

    private func prices(_ models: [ModelOffer]) -> [String] {
        models.flatMap(\.prices).map { price in
            [price.meter, "\(price.state)", price.lowest?.text, price.amount?.text].compactMap(\.self).joined(
                separator: " ")
        }
    }

    private func read(_ costs: String...) throws -> [String] {
        let entries = costs.map { "{\"model_name\":\"m\",\"model_info\":{\"mode\":\"chat\",\($0)}}" }
        let reply = "{\"data\":[\(entries.joined(separator: ","))]}"
        return prices(try #require(Replies.read(Array(reply.utf8), "r", Replies.source("litellm")).content).models)
    }

    @Test func fromTheCheapestToTheDearest() throws {
        let (cheap, dear, middle) = (
            "\"input_cost_per_token\":1e-6", "\"input_cost_per_token\":3e-6", "\"input_cost_per_token\":2e-6"
        )
        for costs in [[cheap, dear, middle], [dear, cheap, middle], [middle, dear, cheap]] {
            #expect(try read(costs[0], costs[1], costs[2]) == ["input fixed 1 3"])
        }
        #expect(try read(cheap, cheap) == ["input fixed 1"])
    }

    @Test func freeAndPaidAreNotOnePrice() throws {
        #expect(
            try read("\"input_cost_per_token\":0,\"output_cost_per_token\":0", "\"input_cost_per_token\":2e-6")
                == ["input fixed 0 2", "output free 0"])
        #expect(try read("\"input_cost_per_token\":0", "\"input_cost_per_token\":0") == ["input free 0"])
    }

    @Test func whoStatesNothingSaysNothingOfTheOther() throws {
        #expect(try read("\"input_cost_per_token\":null", "\"input_cost_per_token\":2e-6") == ["input fixed 2"])
    }

    /// The hub states the dearest alone.
    @Test func theHubsPricesGetTheRangeOfTheDeployments() throws {
        let hub = """
            [{"model_group":"m","mode":"chat","input_cost_per_token":3e-6,"output_cost_per_token":4e-6},\
            {"model_group":"other","mode":"chat","input_cost_per_token":3e-6}]
            """
        let details = deployments(
            "\"input_cost_per_token\":1e-6,\"output_cost_per_token\":4e-6",
            "\"input_cost_per_token\":3e-6,\"output_cost_per_token\":4e-6")
        func part(_ text: String) throws -> CatalogReply.Part {
            let file = SourceFile(path: "r", bytes: Array(text.utf8))
            return (file, try #require(CatalogReply.parse(file).root))
        }
        let content = try #require(
            CatalogReply.read(
                pages: [part(hub)], status: nil, details: part(details), with: LiteLLM.self,
                of: Replies.source("litellm")
            ).content)
        #expect(prices(content.models) == ["input fixed 1 3", "output fixed 4", "input fixed 3"])
    }

    /// What the cheapest costs is no price that a gate or a feed knows, but a change of the model all the same.
    @Test func aChangeOfTheCheapestIsAChange() throws {
        let one = try #require(
            Replies.update(deployments("\"input_cost_per_token\":1e-6", "\"input_cost_per_token\":3e-6"), as: "litellm")
        )
        let two = try #require(
            Replies.update(
                deployments("\"input_cost_per_token\":2e-6", "\"input_cost_per_token\":3e-6"), as: "litellm",
                over: one.snapshot))
        #expect(two.events.map(\.event) == [.detailsChanged])
        #expect(two.snapshot.lockFile() != one.snapshot.lockFile())
    }

    @Test func whatFollowsTheEndOfAGzipFileIsRefused() {
        let packed: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0xAE, 5, 0, 0x43, 0xBF, 0xA6, 0xA3, 2, 0, 0, 0,
        ]
        #expect((try? Gzip.unpack(packed, limit: 100)) == Array("{}".utf8))
        for more in [[0], packed, Array("x".utf8)] {
            #expect((try? Gzip.unpack(packed + more, limit: 100)) == nil)
        }
    }
}
